import { Alert, Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { call } from '../../api.ts';
import { When } from '../../ui/when.tsx';
import { reasonWords, statusWords } from '../../words.ts';
import styles from '../finding.module.css';
import type { Known } from './known.ts';

const statuses = ['open', 'reviewing', 'to_fix', 'ignored'] as const;
type Status = (typeof statuses)[number];
type Reason = keyof typeof reasonWords;

interface Decision {
  readonly status: Status;
  readonly reason: Reason | null;
  readonly comment: string;
}

/** Where somebody decides about a finding. What a scan decides, nobody sets by hand. */
export function Triage({ known }: { readonly known: Known }): ReactNode {
  const { id, triage, state } = known;
  const queries = useQueryClient();
  const [decision, setDecision] = useState<Decision>({
    status: statuses.find((it) => it === triage?.status) ?? 'open',
    reason: reasons.find((it) => it === triage?.reason) ?? null,
    comment: '',
  });
  const decide = useMutation({
    mutationFn: async () => await call('PUT /api/v1/findings/:id/triage', { params: { id }, body: bodyOf(decision) }),
    onSuccess: async () => {
      for (const key of [['finding', id], ['findings'], ['facets']]) await queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <div className={styles['card']}>
      <Stack gap="sm">
        <Fields decision={decision} onChange={setDecision} />
        {state === 'open' ? null : (
          <Text size="xs" c="dimmed">
            A scan found it {state}. What you decide here counts should it come back.
          </Text>
        )}
        <Button
          size="sm"
          loading={decide.isPending}
          disabled={decision.status === 'ignored' && decision.reason === null}
          onClick={() => decide.mutate()}
        >
          Save
        </Button>
        {decide.error ? (
          <Alert color="red" p="xs">
            {decide.error.message}
          </Alert>
        ) : null}
        {triage ? (
          <Text size="xs" c="dimmed">
            {statusWords[triage.status]} by {triage.by}, <When at={triage.at} />
          </Text>
        ) : null}
      </Stack>
    </div>
  );
}

interface FieldsProps {
  readonly decision: Decision;
  readonly onChange: (decision: Decision) => void;
}

function Fields({ decision, onChange }: FieldsProps): ReactNode {
  const { status, reason, comment } = decision;
  return (
    <>
      <Select
        label="Status"
        size="sm"
        data={statuses.map((value) => ({ value, label: statusWords[value]! }))}
        value={status}
        allowDeselect={false}
        onChange={(it) => onChange({ ...decision, status: statuses.find((one) => one === it) ?? 'open' })}
      />
      {status === 'ignored' ? (
        <Select
          label="Why"
          size="sm"
          placeholder="Choose a reason"
          data={reasons.map((value) => ({ value, label: reasonWords[value] }))}
          value={reason}
          onChange={(it) => onChange({ ...decision, reason: reasons.find((one) => one === it) ?? null })}
        />
      ) : null}
      <Textarea
        label="Comment"
        size="sm"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5_000}
        value={comment}
        onChange={(event) => onChange({ ...decision, comment: event.currentTarget.value })}
      />
    </>
  );
}

function bodyOf({ status, reason, comment }: Decision): Body {
  // The button waits for a reason.
  return status === 'ignored' ? { status, reason: reason!, comment } : { status, comment };
}

type Body = Parameters<typeof call<'PUT /api/v1/findings/:id/triage'>>[1]['body'];

const reasons = Object.keys(reasonWords) as Reason[];
