"""The papers: frozen boxes in, PDF bytes out. One module per form and edition; nothing of the program is imported."""
