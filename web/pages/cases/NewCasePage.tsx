import { Dropdown, Field, Option } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CASE_KINDS, type CaseForm } from '../../../src/contract/cases.ts';
import { caseFormQuery } from '../../api/cases.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { QueryView } from '../../components/QueryView.tsx';
import { usePartnerId, useSession } from '../../components/session.tsx';
import { useUrlState } from '../../components/url-state.ts';
import { useText } from '../../messages/use-text.ts';
import { PATHS } from '../../paths.ts';
import { Bones } from '../../ui/Bones.tsx';
import card from '../../ui/Card.module.css';
import { CaseFields } from './CaseFields.tsx';
import styles from './Cases.module.css';
import { KINDS, PROOFS } from './case-words.ts';
import { ProofExample } from './ProofExample.tsx';

/** What goes along, what to have at hand, and what it looks like. */
function WhatToShow({ form }: { form: CaseForm }) {
  const t = useText();
  return (
    <section className={card.card}>
      <h2>{t('cases.form.proofs')}</h2>
      <p>{t('cases.form.packed')}</p>
      <div className={styles.proofs}>
        {form.proofs.map((kind) => (
          <ProofExample key={kind} kind={kind} />
        ))}
      </div>
    </section>
  );
}

/** Opens a case with support, or asks an administrator to. */
export function NewCasePage() {
  const t = useText();
  const session = useSession();
  const partnerId = usePartnerId();
  const [{ kind: asked, userId, skill = '', account = '', achievedOn = '', source }, patch] = useUrlState();
  const kind = CASE_KINDS.find((each) => each === asked) ?? 'missing-skill';
  const query = useQuery(caseFormQuery(partnerId, { kind }));
  const mayOpen = session.can('cases');
  return (
    <PageFrame
      page="new-case"
      title={t(mayOpen ? 'cases.new' : 'cases.ask')}
      crumbs={mayOpen ? [{ to: PATHS.cases, label: t('cases.title') }] : []}
      lead={t(mayOpen ? 'cases.new.lead' : 'cases.ask.lead')}
    >
      <div className={styles.layout}>
        <section className={card.card}>
          <Field label={t('cases.form.kind')}>
            <Dropdown
              value={t(KINDS[kind])}
              selectedOptions={[kind]}
              onOptionSelect={(_, { optionValue }) => patch({ kind: optionValue })}
            >
              {CASE_KINDS.map((each) => (
                <Option key={each} value={each} text={t(KINDS[each])}>
                  {t(KINDS[each])}
                </Option>
              ))}
            </Dropdown>
          </Field>
          <QueryView query={query} skeleton={<Bones count={3} height={64} />}>
            {(form) => (
              <CaseFields
                key={kind}
                kind={kind}
                form={form}
                named={{ userId, what: kind === 'merge' ? account : skill, achievedOn, source }}
              />
            )}
          </QueryView>
        </section>
        {query.data !== undefined && <WhatToShow form={query.data} />}
        <p className={styles.quiet}>
          {t('cases.form.later', {
            proofs: [t(PROOFS.transcript), t(PROOFS['course-certificate'])].join(', '),
          })}
        </p>
      </div>
    </PageFrame>
  );
}
