import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { deliveries } from '../../../shared/delivery';
import { t } from '../../../shared/messages';
import type { PresetForm } from './use-preset-form';

/** How the service takes the token. */
export function DeliverySection({ form: { draft, change } }: { readonly form: PresetForm }): ReactNode {
  const { delivery } = draft;
  return (
    <Field label={t('editor.delivery.label')} hint={t(`editor.delivery.${delivery}.help`)}>
      <Select
        value={delivery}
        onChange={(_event, { value }) => {
          const chosen = deliveries.find((each) => each === value);
          if (chosen !== undefined) change((before) => ({ ...before, delivery: chosen }));
        }}
      >
        {deliveries.map((each) => (
          <option key={each} value={each}>
            {t(`editor.delivery.${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
