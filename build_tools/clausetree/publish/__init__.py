"""Everything that touches the world: MkDocs, Graphviz, Pyodide, npm and files."""
