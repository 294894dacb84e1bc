"""A quiz: as written (`model`), its faults in the author's words (`wording`), its arithmetic
(`scoring`, `attainable`), and as scored (`compile`)."""
