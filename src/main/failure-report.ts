import type { FailureView } from '../shared/failure';
import { failureRows } from '../shared/failure-rows';
import { failureWords } from '../shared/failure-words';
import { t } from '../shared/messages';

export interface ReportedProgram {
  readonly version: string;
  /** The operating system and its version. */
  readonly system: string;
}

const utc = (on: number): string => new Date(on).toISOString();
const utcDay = (on: number): string => utc(on).slice(0, 10);

/** A failure as plain text for an administrator: what they need to find it in the sign-in log, no token, no account. */
export function failureReport(failure: FailureView, { version, system }: ReportedProgram): string {
  const { account: _account, ...names } = failure.names;
  const { what, todo } = failureWords({ ...failure, names }, utcDay);
  return [
    t('report.title'),
    t('report.what', { what }),
    t('report.do', { what: todo }),
    ...failureRows(failure, utc).map((row) => t('failure-details.line', { ...row })),
    t('report.program', { version, system }),
  ].join('\n');
}
