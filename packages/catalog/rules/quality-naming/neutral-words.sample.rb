# ruleid: neutral-words
def sanity_check; end

# ruleid: neutral-words
dummy_user = 1
# ok: neutral-words
placeholder = 1
# ok: neutral-words
manual = 2
