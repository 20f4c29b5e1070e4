import type { ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { HostSheet } from './HostSheet';
import { MethodSheet } from './MethodSheet';
import { PlaceholderSheet } from './PlaceholderSheet';

/** What the person has to say before something is done. A sign-in that is under way comes first. */
export function QuestionSheet(): ReactNode {
  const question = useSnapshot((snapshot) =>
    snapshot.signIn === undefined && snapshot.failure === undefined ? snapshot.question : undefined,
  );
  switch (question?.kind) {
    case 'host':
      return <HostSheet key={question.id} question={question} />;
    case 'placeholders':
      return <PlaceholderSheet key={question.id} question={question} />;
    case 'method':
      return <MethodSheet key={question.id} question={question} />;
    case undefined:
      return null;
  }
}
