import { formats } from './formats.ts';

type Facts = Readonly<Record<string, string | number>>;

const { counted, decimal, setting } = formats;

/** What each check for leakage found; undefined for a check, or facts, without words here. */
export function wordFinding(check: string, facts: Facts, passed: boolean): string | undefined {
  switch (check) {
    case 'single feature':
      return singleFeature(facts);
    case 'shuffled labels':
      return shuffledLabels(facts, passed);
    case 'train and test':
      return trainAndTest(facts, passed);
    default:
      return undefined;
  }
}

function singleFeature({ feature, rocAuc, limit }: Facts): string | undefined {
  if (typeof rocAuc !== 'number' || typeof limit !== 'number') return undefined;
  return (
    `a variável ${feature} sozinha ordena os clientes de teste com ROC AUC ${decimal(rocAuc)}; acima de ${setting(limit)} ` +
    'provavelmente conheceria a resposta'
  );
}

function shuffledLabels({ rocAuc, lower, upper, shuffles }: Facts, passed: boolean): string | undefined {
  if (typeof rocAuc !== 'number' || typeof lower !== 'number' || typeof upper !== 'number') return undefined;
  if (typeof shuffles !== 'number') return undefined;
  return (
    `${counted(shuffles, 'modelo rápido treinado', 'modelos rápidos treinados')} com rótulos embaralhados têm ROC AUC média de ${decimal(rocAuc)} no teste ` +
    `(intervalo de 99,9%: ${decimal(lower)} a ${decimal(upper)}), ` +
    (passed
      ? 'o que pode ser o 0,5 de nada saber'
      : 'o que não é o 0,5 de nada saber: a resposta chega por outro caminho que não os rótulos')
  );
}

function trainAndTest({ rocAuc, limit, features, split }: Facts, passed: boolean): string | undefined {
  if (typeof rocAuc !== 'number' || typeof limit !== 'number') return undefined;
  const found = `linhas de treino e de teste se distinguem com ROC AUC ${decimal(rocAuc)}`;
  if (split === 'forward') {
    return `${found}, sobretudo por ${features}: o que acompanha o calendário é julgado além do que foi aprendido`;
  }
  return passed
    ? `${found}, o que o acaso explica (até ${decimal(limit)})`
    : `${found}, sobretudo por ${features}: mais do que ${decimal(limit)}, o que caberia ao acaso; a divisão por hash não se sustenta`;
}
