import { escapeHtml } from '@churn/shared/platform/escape-html';
import type { Inline, RichText } from '../table.ts';

export function renderInline(text: RichText): string {
  return typeof text === 'string' ? escapeHtml(text) : text.map(renderPiece).join('');
}

function renderPiece(piece: Inline): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  if ('strong' in piece) return `<strong>${escapeHtml(piece.strong)}</strong>`;
  if ('english' in piece) return `<span lang="en">${escapeHtml(piece.english)}</span>`;
  return `<code>${escapeHtml(piece.code)}</code>`;
}
