package p

// ruleid: unfinished-note
// TODO rates of other countries
var rate = 0.2

// ruleid: unfinished-note
// FIXME: round
// ok: unfinished-note
// TODO(ann): rates of other countries
// ok: unfinished-note
var todo = rate
