"""A month of signals of the fictional wijk De Boomgaard; persons and addresses are invented."""
