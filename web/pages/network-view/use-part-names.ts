import { useMemo } from 'react';
import type { NetworkMarket } from '../../../src/contract/network-view.ts';
import { useLocale } from '../../messages/locale.tsx';
import type { MessageId } from '../../messages/messages.ts';
import { useText } from '../../messages/use-text.ts';

const MARKETS: Readonly<Record<NetworkMarket, MessageId>> = {
  developed: 'networkView.market.developed',
  developing: 'networkView.market.developing',
  none: 'networkView.market.none',
};

/** Names of markets and countries, and of those that are not known. */
export function usePartNames() {
  const t = useText();
  const { locale } = useLocale();
  const regions = useMemo(() => new Intl.DisplayNames(locale, { type: 'region' }), [locale]);
  return {
    market: (market: NetworkMarket) => t(MARKETS[market]),
    country: (code: string) => (code === 'none' ? t('networkView.country.none') : (regions.of(code) ?? code)),
  };
}
