"""What members see and press: layouts, buttons, forms."""
