"""From published provincial governance indices to an improvement plan.

The rooms, in the order the data goes through them: ``reference``, ``scores``, ``deficits``,
``tasks``, ``plan``, then ``document`` and ``review`` side by side; ``runs`` records what was run on
what, ``cli`` is the door. ``vietnamese`` and ``errors`` are used by all.
"""

__version__ = "0.1.0"
