"""A month of signals of the fictional wijk De Boomgaard (made for this project; persons and addresses are invented)."""
