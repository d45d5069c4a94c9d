"""How a frame looks: themes, contrast, and a newsroom's own colour and font."""
