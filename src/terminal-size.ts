/**
 * A terminal that nobody gave a size says 0 columns and 0 rows (`docker run -t` before it is told, `script` in a pipe):
 * it is drawn on as if it had the usual ones.
 */
export const terminalSize = ({ columns, rows }: { readonly columns?: number; readonly rows?: number }) => ({
  columns: columns || 80,
  rows: rows || 24,
});
