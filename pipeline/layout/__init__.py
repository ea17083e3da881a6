"""Tree and styles to `Pages`: positioned lines, rules, panels and pictures, no drawing."""
