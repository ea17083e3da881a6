"""The CMaps that ISO 32000-1, table 118, predefines, and their collections."""

_BY_COLLECTION = {
    ("GB1", 5): "GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16",
    ("CNS1", 6): "B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16",
    ("Japan1", 6): "83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ "
    "UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16",
    ("Korea1", 2): "KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16",
}
COLLECTIONS: dict[str, tuple[str, str, int]] = {
    f"{label}-{direction}": ("Adobe", ordering, supplement)
    for (ordering, supplement), labels in _BY_COLLECTION.items()
    for label in labels.split()
    for direction in "HV"
}
COLLECTIONS.update({"H": ("Adobe", "Japan1", 6), "V": ("Adobe", "Japan1", 6)})
PREDEFINED = frozenset({*COLLECTIONS, "Identity-H", "Identity-V"})
