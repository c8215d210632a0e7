import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { LocaleProvider } from './messages/locale.tsx';
import type { Messages } from './messages/messages.ts';
import { createQueryClient } from './query-client.ts';
import { createJalonRouter } from './routes.tsx';
import { ThemeProvider } from './ui/ThemeProvider.tsx';

export function App({ first }: { first: { locale: 'fr' | 'en'; messages: Messages } }) {
  const [{ queryClient, router }] = useState(() => {
    const client = createQueryClient((returnTo) =>
      made.navigate({ to: '/sign-in', search: { returnTo, expired: 'yes' } }),
    );
    const made = createJalonRouter(client);
    return { queryClient: client, router: made };
  });
  return (
    <LocaleProvider first={first}>
      <ThemeProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </LocaleProvider>
  );
}
