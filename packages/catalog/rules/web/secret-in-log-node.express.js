export function login(req, res, logger) {
  // ruleid: secret-in-log-node
  console.log('login', req.body.name, req.body.password);
  // ruleid: secret-in-log-node
  logger.debug(`token ${req.session.accessToken}`);
  // ruleid: secret-in-log-node
  logger.info('key ' + req.app.apiKey);
  res.sendStatus(204);
}

export function safe(req, res, logger, passwordLength) {
  // ok: secret-in-log-node
  logger.info('password changed');
  // ok: secret-in-log-node
  logger.info(`length ${passwordLength}`);
  // ok: secret-in-log-node
  logger.debug(req.body.name);
  // ok: secret-in-log-node
  res.check(req.body.password);
}
