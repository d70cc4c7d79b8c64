const express = require('express');
const ldap = require('ldapjs');
const { Client } = require('ldapts');

const app = express();
const client = ldap.createClient({ url: 'ldaps://directory' });

app.get('/people', (req, res) => {
  // ruleid: ldap-injection
  client.search('ou=people,dc=shop', { filter: `(uid=${req.query.name})`, scope: 'sub' }, (error, found) => {
    res.json({ error, found });
  });
});

app.get('/teams/:team', async (req, res) => {
  const directory = new Client({ url: 'ldaps://directory' });
  // ruleid: ldap-injection
  const { searchEntries } = await directory.search('ou=' + req.params.team + ',dc=shop', { scope: 'sub' });
  res.json(searchEntries);
});

app.get('/people/safe', (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: 'uid', value: req.query.name });
  // ok: ldap-injection
  client.search('ou=people,dc=shop', { filter, scope: 'sub' }, (error, found) => res.json({ error, found }));
});

app.get('/people/all', (req, res) => {
  // ok: ldap-injection
  client.search('ou=people,dc=shop', { filter: '(uid=*)', sizeLimit: req.query.size }, (error, found) => {
    res.json({ error, found });
  });
});
