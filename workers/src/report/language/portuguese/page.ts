import type { page as english } from '../english/page.ts';

export const page: typeof english = {
  title: 'Relatório do modelo de churn',
  subtitle: (v) =>
    `Execução ${v.run}: transações de ${v.firstDay} a ${v.lastDay}, clientes na data de referência ${v.asOf}.`,
  contents: 'Sumário',
  commands: 'Comandos',
  numbers: (caption) => `Números: ${caption}`,
  yes: 'sim',
  no: 'não',
  interval: 'Intervalo de 95%',
  range: (lower, upper) => `${lower} a ${upper}`,
};
