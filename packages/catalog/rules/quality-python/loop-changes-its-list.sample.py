def clean(words, counts):
    for word in words:
        if not word:
            # ruleid: loop-changes-its-list
            words.remove(word)
    for key in counts:
        if key.startswith("_"):
            # ruleid: loop-changes-its-list
            del counts[key]
    for word in list(words):
        if word in counts:
            # ok: loop-changes-its-list
            words.remove(word)
    for word in words:
        if word == "x":
            # ok: loop-changes-its-list
            words.remove(word)
            break
    return words
