import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { Database } from '../../store/database.ts';
import { findDerivedResult, keepDerivedResult } from '../../store/derived-results-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import type { PartnerAnswer } from './partner-answer.ts';
import type { DerivedAnswers, PartnerAnswers } from './services.ts';

const SYSTEM = { kind: 'system', name: 'evaluation' } as const;

/** A longer answer is only kept in the memory of the process that made it. */
const MOST_CHARACTERS = 1_000_000;

/** Where facts arrive one after the other, only the answer after the last of them is worth writing: the next fact is awaited. */
const KEPT_AFTER_MS = 500;

/** The only place where an answer names the day it was asked about; in a value the quotes would be escaped. */
function asOfText(day: string): string {
  return `"asOf":{"validAt":"${day}"`;
}

/** An answer that holds for several days, as of one of them. */
function onDay(answer: string, madeFor: string, day: string): string {
  return madeFor === day ? answer : answer.replace(asOfText(madeFor), asOfText(day));
}

/** Raised whenever an answer says something else or in another shape: kept answers of an older Jalon are not given. */
const ANSWER_FORMAT = 5;

function catalogueOf({ id, version }: Programme): string {
  return `${id} ${version} ${ANSWER_FORMAT}`;
}

/** A company's answers by its several programmes are kept side by side. */
function questionAbout({ id }: Programme, asked: string): string {
  return `${id} ${asked}`;
}

/** Answers from the database as long as they hold, else made from the partner's facts and kept. */
export function derivedAnswers(database: Database, answers: PartnerAnswers): DerivedAnswers {
  async function keep(asked: string, answer: PartnerAnswer, text: string): Promise<void> {
    const { asOf, evidenceVersion, programme } = answer;
    const question = questionAbout(programme, asked);
    const catalogue = catalogueOf(programme);
    const changesOn = answer.changesOn();
    const claim = { partnerId: answer.partner.id as PartnerId, actor: SYSTEM };
    await database.asTenant(claim, (tx) =>
      keepDerivedResult(tx, { question, catalogue, ...asOf }, { answer: text, evidenceVersion, changesOn }),
    );
  }

  const waiting = new Map<string, NodeJS.Timeout>();

  /** Nobody waits for it, and what could not be kept is made again. */
  function keepLater(asked: string, answer: PartnerAnswer, text: string): void {
    const { partner, programme, asOf } = answer;
    const key = JSON.stringify([partner.id, catalogueOf(programme), asked, asOf]);
    clearTimeout(waiting.get(key));
    const timer = setTimeout(() => {
      waiting.delete(key);
      keep(asked, answer, text).catch(() => {});
    }, KEPT_AFTER_MS);
    waiting.set(key, timer.unref());
  }

  return {
    async json(partnerId, programme, asked, asOf, make) {
      const question = questionAbout(programme, asked);
      const catalogue = catalogueOf(programme);
      const kept = await findDerivedResult(database, partnerId, { question, catalogue, ...asOf });
      if (kept !== null) return onDay(kept.answer, kept.validOn, asOf.validAt);
      const answer = await answers.of(partnerId, programme, asOf);
      const text = JSON.stringify(await make(answer));
      if (text.length <= MOST_CHARACTERS) keepLater(asked, answer, text);
      return text;
    },
  };
}
