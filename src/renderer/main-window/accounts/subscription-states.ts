// https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states, as ARM writes them.
const known = ['Disabled', 'Warned', 'PastDue', 'Expired', 'Deleted'] as const;

/** Whether the message catalogue has words for this state of a subscription. */
export const isKnownState = (state: string): state is (typeof known)[number] =>
  known.some((each) => each === state);
