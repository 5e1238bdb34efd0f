/** Brings the first field with a problem under the hand, once the messages of a refused form are drawn. */
export function focusFirstProblem(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(".pane [aria-invalid=true]")?.focus();
  });
}
