import type { data as english } from '../english/data.ts';
import { cleaningReasons } from './cleaning-reasons.ts';
import { formats } from './formats.ts';

const { count, counted, percent } = formats;

export const data: typeof english = {
  title: 'Os dados e seus problemas',
  intro: (v) =>
    `Transações de ${v.firstDay} a ${v.lastDay}. Cada linha entregue é aceita, unida a outra que diz o mesmo ou separada, com arquivo, linha e ` +
    'motivo, no arquivo de quarentena; nada desaparece.',
  noRuleMet: (rules) => `Nenhuma das ${count(rules)} regras de limpeza encontrou linhas.`,
  rulesMet: (v) =>
    `${count(v.met)} de ${count(v.rules)} regras de limpeza encontraram linhas: ${counted(v.quarantined, 'linha foi', 'linhas foram')} para a quarentena ` +
    `(${percent(v.quarantinedShare, 2)}), ${counted(v.merged, 'foi unida', 'foram unidas')} a outra igual, ` +
    `${counted(v.emptied, 'valor foi esvaziado', 'valores foram esvaziados')}, ${counted(v.fixed, 'grafia foi unificada', 'grafias foram unificadas')} e ` +
    `${counted(v.kept, 'esquisitice foi mantida', 'esquisitices foram mantidas')} como estava${v.kept === 1 ? '' : 'm'}.`,
  deliveryCaption: 'Linhas dos arquivos entregues',
  deliveryColumns: {
    file: 'Arquivo',
    delivered: 'Entregues',
    accepted: 'Aceitas',
    merged: 'Unidas',
    quarantined: 'Em quarentena',
    quarantinedShare: 'Parcela em quarentena',
  },
  rulesCaption: 'Regras de limpeza aplicadas',
  rulesColumns: {
    rule: 'Regra',
    table: 'Tabela',
    column: 'Coluna',
    rows: 'Linhas',
    share: 'Parcela',
    done: 'O que foi feito',
    why: 'Por quê',
  },
  reason: (rule) => cleaningReasons[rule],
};
