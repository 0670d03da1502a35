"""The file name of a bundle: office codes, number and part, in neutral words that every file system takes."""

import re

FOLDER = "AKB"
SUFFIX = ".akb"
PATTERN = re.compile(r"AKB-[A-Z]{3}[0-9]{2}S[0-9]{1,2}-[A-Z]{3}[0-9]{2}S[0-9]{1,2}-[0-9]{6,16}-P[0-9]{2,6}\.akb")
PART_PATTERN = re.compile(PATTERN.pattern + r"\.part")


def bundle_name(sender: str, addressee: str, no: int, part: int) -> str:
    """For example `AKB-ALA01S2-CEN00S1-000042-P01.akb`."""
    return f"AKB-{sender.replace('-', '')}-{addressee.replace('-', '')}-{no:06}-P{part:02}{SUFFIX}"
