import type { reproduction as english } from '../english/reproduction.ts';

export const reproduction: typeof english = {
  title: 'Como obter o mesmo de novo',
  sameAgain:
    'Os mesmos arquivos, opções, semente e código dão os mesmos bytes. Opções de ingest, clean e evaluate dadas à mão não se repetem aqui.',
  factsCaption: 'O que foi a execução',
  factsColumns: { what: 'O quê', value: 'Valor' },
  facts: {
    run: 'Execução',
    seed: 'Semente',
    version: 'Versão do código',
    featureList: 'Lista de variáveis',
    model: 'Modelo escolhido',
    inService: 'Modelo em produção, ajustado de novo',
  },
  filesCaption: 'Arquivos a partir dos quais este relatório foi feito',
  filesColumns: { file: 'Arquivo', rows: 'Linhas', size: 'Tamanho' },
};
