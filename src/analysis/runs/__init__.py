"""What was run on what: files, notebooks, manifests. The only room that knows where files lie."""
