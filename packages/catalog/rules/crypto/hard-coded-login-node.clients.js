import mysql from 'mysql';
import nodemailer from 'nodemailer';
import pg from 'pg';

const PASSWORD = 's3cr3t-orders';

export function database(host) {
  // ruleid: hard-coded-login-node
  return new pg.Pool({ host, user: 'shop', password: 's3cr3t-orders' });
}

export function old(host) {
  // ruleid: hard-coded-login-node
  return mysql.createConnection({ host, user: 'shop', password: PASSWORD });
}

export function mail(host) {
  // ruleid: hard-coded-login-node
  return nodemailer.createTransport({ host, auth: { user: 'shop', pass: 's3cr3t-mail' } });
}

export function safe(host, password) {
  // ok: hard-coded-login-node
  mysql.createConnection({ host, user: 'root', password: '' });
  // ok: hard-coded-login-node
  mysql.createConnection({ host, user: 'shop', password });
  // ok: hard-coded-login-node
  return new pg.Pool({ host, user: 'shop', password: process.env.DB_PASSWORD });
}
