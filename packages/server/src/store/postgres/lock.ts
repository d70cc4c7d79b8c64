import fs from 'node:fs';
import net from 'node:net';
import { codeOf } from './run.ts';
import { unavailable } from './unavailable.ts';

/**
 * One of us per data folder: a socket that we listen on, which the kernel lets go of even after kill -9.
 *
 * A courtesy only, for a clear message and a single initdb. What protects the data is PostgreSQL's own postmaster.pid.
 */
export async function lock(socket: string): Promise<net.Server> {
  const server = net.createServer((it) => it.end(`${process.pid}\n`)).unref();
  try {
    await listen(server, socket);
    return server;
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
  }
  const owner = await askOwner(socket);
  if (owner !== '') throw unavailable('busy', `another plumb serve (process ${owner}) uses this data folder`);
  fs.rmSync(socket, { force: true }); // nobody answers: left over
  await listen(server, socket);
  return server;
}

async function listen(server: net.Server, socket: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The process id that the lock's owner answers with, or nothing. */
async function askOwner(socket: string): Promise<string> {
  return await new Promise((resolve) => {
    let answer = '';
    net
      .connect(socket)
      .setEncoding('utf8')
      .on('data', (data) => void (answer += String(data)))
      .on('end', () => resolve(answer.trim()))
      .on('error', () => resolve(''));
  });
}
