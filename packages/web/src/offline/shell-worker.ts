/** Keeps the app itself on this device, and asks the browser not to throw away what lies here when room gets short. */
export async function keepShell(): Promise<void> {
  await navigator.storage.persist();
  await navigator.serviceWorker?.register('/app-worker.js', { scope: '/app/' });
}

/** Nobody takes anything along here any more. */
export async function dropShell(): Promise<void> {
  await (await navigator.serviceWorker?.getRegistration('/app/'))?.unregister();
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('shell-')).map((name) => caches.delete(name)),
  );
}
