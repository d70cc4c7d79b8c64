def price(name, prices):
    # ruleid: dictionary-keys-membership
    if name in prices.keys():
        return prices[name]
    # ruleid: dictionary-keys-membership
    if name not in prices.keys():
        return 0
    # ok: dictionary-keys-membership
    if name in prices:
        return 1
    # ok: dictionary-keys-membership
    for key in prices.keys():
        print(key)
