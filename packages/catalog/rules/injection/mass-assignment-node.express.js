export async function register(req, res) {
  // ruleid: mass-assignment-node
  const user = await User.create(req.body);
  res.json(user);
}

export async function change(req, res) {
  // ruleid: mass-assignment-node
  await User.findByIdAndUpdate(req.params.id, req.body, { new: true });
  // ruleid: mass-assignment-node
  Object.assign(req.user, req.body);
  res.sendStatus(204);
}

export async function safe(req, res) {
  const { name, email } = req.body;
  // ok: mass-assignment-node
  await User.create({ name, email });
  // ok: mass-assignment-node
  await User.findByIdAndUpdate(req.params.id, { name: req.body.name });
  // ok: mass-assignment-node
  const form = new URLSearchParams(req.query);
  res.json(form.get('page'));
}
