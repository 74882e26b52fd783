"""All words people see: one folder a language, one Fluent file an audience. `nl` is written first."""
