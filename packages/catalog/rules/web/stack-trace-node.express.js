export function failed(err, req, res, next) {
  // ruleid: stack-trace-node
  res.status(500).send(err.stack);
}

export async function order(req, res, log) {
  try {
    res.json(await req.app.orders.create(req.body));
  } catch (error) {
    // ruleid: stack-trace-node
    res.status(500).json({ message: error.message, trace: error.stack });
  }
}

export function safe(err, req, res, log) {
  // ok: stack-trace-node
  log.error(err.stack);
  // ok: stack-trace-node
  process.stderr.write(err.stack);
  if (process.env.NODE_ENV === 'development') {
    // ok: stack-trace-node
    return res.status(500).send(err.stack);
  }
  // ok: stack-trace-node
  res.status(500).json({ error: 'Something went wrong.' });
}
