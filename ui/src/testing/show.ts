/** Shows one screen in a test, within the answers it asks for. */
import { QueryClientProvider } from '@tanstack/svelte-query';
import { render } from '@testing-library/svelte';
import { createRawSnippet, mount, unmount, type Component } from 'svelte';
import { answers } from '../book/queries';

/** Mounts the component with these props. */
export function showScreen<P extends Record<string, unknown>>(component: Component<P>, props: P) {
  const children = createRawSnippet(() => ({
    render: () => '<div></div>',
    setup: (target) => {
      const mounted = mount(component, { target, props });
      return () => void unmount(mounted);
    },
  }));
  return render(QueryClientProvider, { client: answers, children });
}
