import { Alert, Button, Checkbox, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { call, type Answer } from '../api.ts';
import { CommandLine } from '../ui/command.tsx';
import { Loaded } from '../ui/states.tsx';
import { When } from '../ui/when.tsx';

/** Tokens: who may send scans and reports of services, and read by the API. */
export function TokensPage(): ReactNode {
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: async () => await call('GET /api/v1/tokens', {}) });
  return (
    <Stack maw={880} mx="auto" gap="lg">
      <div>
        <Title order={1} size="h3">
          Tokens
        </Title>
        <Text c="dimmed" size="sm" mt={4}>
          What sends scans or reports of running services, or reads by the API, shows a token.
        </Text>
      </div>
      <NewToken />
      <Loaded of={tokens}>{(it) => <TokenTable tokens={it.tokens} />}</Loaded>
    </Stack>
  );
}

type Scope = 'scan:write' | 'runtime:write' | 'triage:write' | 'read';

const scopes: Readonly<Record<Scope, string>> = {
  'scan:write': 'Send scans',
  'runtime:write': 'Send reports of running services',
  read: 'Read findings',
  'triage:write': 'Decide about findings',
};

function NewToken(): ReactNode {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>(['scan:write', 'runtime:write']);
  const create = useMutation({
    mutationFn: async () =>
      await call('POST /api/v1/tokens', {
        body: { name: name.trim(), scopes: (Object.keys(scopes) as Scope[]).filter((it) => chosen.includes(it)) },
      }),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <Paper withBorder p="lg" radius="md">
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label="Name"
            placeholder="ci"
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group label="What it may do" value={chosen} onChange={setChosen}>
            <Group mt={6} gap="lg">
              {Object.entries(scopes).map(([scope, word]) => (
                <Checkbox key={scope} value={scope} label={word} size="sm" />
              ))}
            </Group>
          </Checkbox.Group>
          <Group>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === '' || chosen.length === 0}>
              Make a token
            </Button>
          </Group>
          {create.error ? <Alert color="red">{create.error.message}</Alert> : null}
          {create.data ? <Made token={create.data.token} /> : null}
        </Stack>
      </form>
    </Paper>
  );
}

function Made({ token }: { readonly token: string }): ReactNode {
  return (
    <Alert variant="light" title="Your token: it is shown this once">
      <Stack gap="sm">
        <CommandLine>{token}</CommandLine>
        <Text size="sm">A scan sends its findings here:</Text>
        <CommandLine>{`PLUMB_URL=${globalThis.location.origin} PLUMB_TOKEN=${token} plumb scan --upload`}</CommandLine>
      </Stack>
    </Alert>
  );
}

function TokenTable({ tokens }: { readonly tokens: Answer<'GET /api/v1/tokens'>['tokens'] }): ReactNode {
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: async (id: string) => await call('DELETE /api/v1/tokens/:id', { params: { id } }),
    onSuccess: async () => await queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  if (tokens.length === 0) return null;
  return (
    <Paper withBorder radius="md">
      <Table verticalSpacing="sm" horizontalSpacing="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>May</Table.Th>
            <Table.Th>Made</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((it) => (
            <Table.Tr key={it.id}>
              <Table.Td fw={550}>{it.name}</Table.Td>
              <Table.Td c="dimmed">{it.scopes.map((scope) => scopes[scope as Scope] ?? scope).join(', ')}</Table.Td>
              <Table.Td c="dimmed">
                <When at={it.createdAt} /> by {it.createdBy}
              </Table.Td>
              <Table.Td c="dimmed">{it.lastUsedAt ? <When at={it.lastUsedAt} /> : 'never'}</Table.Td>
              <Table.Td ta="right">
                <Button size="compact-xs" variant="subtle" color="red" onClick={() => end.mutate(it.id)}>
                  End
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
