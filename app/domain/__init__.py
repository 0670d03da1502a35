"""The law as functions: commands, facts, states, rules, deadlines. No disk, no screen, no sentence for people."""
