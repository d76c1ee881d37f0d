/** Why each rule of cleaning applies. A rule that is not listed, such as one of the user, is told in its own words. */
export const cleaningReasons: Readonly<Record<string, string>> = {
  'broken-customer-line': 'A linha não pode ser dividida nas colunas do cabeçalho.',
  'customer-without-id': 'O cliente não tem identificador.',
  'superseded-customer': 'Uma entrega posterior tem uma linha do mesmo cliente.',
  'conflicting-customer':
    'Outras linhas do mesmo cliente dizem outra coisa; fica a mais completa, depois a da adesão mais antiga, depois a primeira na ordem dos valores.',
  'repeated-customer': 'Outra linha diz o mesmo sobre o mesmo cliente.',
  'customer-id-as-decimal':
    'O identificador foi escrito como número decimal (17850.0); o número inteiro é o identificador.',
  'bad-age': 'A idade não é um número inteiro de anos de 0 a 120.',
  'gender-spelling': 'Outra grafia de female, male ou other.',
  'unknown-gender': 'O gênero não é nenhuma das grafias conhecidas de female, male e other.',
  'bad-signup-date':
    'A data de adesão não é um dia do calendário de 1900 a 2099 em um formato de data do arquivo.',
  'region-spelling': 'Outra grafia da região.',
  'bad-churn': 'A marcação de churn não é nenhuma destas: 0, 1, true, false, yes, no, sim, nao.',
  'broken-transaction-line': 'A linha não pode ser dividida nas colunas do cabeçalho.',
  'missing-customer-id': 'A transação não indica nenhum cliente.',
  'missing-transaction-date': 'A transação não tem data.',
  'bad-transaction-date':
    'A data não é um dia do calendário de 1900 a 2099 em um formato de data do arquivo.',
  'absurd-amount': 'O valor passa de dez bilhões de unidades monetárias.',
  'bad-amount': 'O valor não é um número (está em branco, é NaN, infinito ou outro texto).',
  'other-currency': 'O valor indica uma moeda que não é a do arquivo.',
  'unknown-customer': 'Nenhuma linha aceita do arquivo de clientes tem o identificador.',
  'transaction-after-as-of': 'A data é posterior ao dia dado por --as-of.',
  'superseded-transaction': 'Uma entrega posterior tem uma linha do mesmo transaction_id.',
  'conflicting-transaction':
    'Outras linhas do mesmo transaction_id dizem outra coisa; fica a primeira na ordem dos valores.',
  'repeated-transaction': 'Outra linha diz o mesmo sobre o mesmo transaction_id.',
  'repeated-block': 'A linha está em um bloco de linhas que já tinha sido entregue, na mesma ordem.',
  'identical-transaction':
    'Outra linha é igual em todas as colunas; várias compras iguais no mesmo dia são comuns.',
  'dropped-identical-transaction': 'Outra linha é igual em todas as colunas, e --drop-identical foi dado.',
  'transaction-before-signup':
    'A data é anterior à adesão do cliente; não há como saber qual das duas está errada.',
  'transaction-id-as-decimal':
    'O identificador foi escrito como número decimal (17850.0); o número inteiro é o identificador.',
  'amount-rounded':
    'O valor tinha mais de duas casas decimais; foi arredondado para centésimos, com metades para longe do zero.',
  'service-spelling': 'Outra grafia do serviço.',
  'outlier-amount': 'O valor está muito além de todos os habituais; é marcado na coluna is_outlier.',
};
