import type { DeliveredTable } from '../schema/delivered-table.ts';

/**
 * `required`: a file without it is refused. `expected`: a file without it is taken with a warning, the values are not known.
 * `optional`: used where it is there.
 */
export type ColumnNeed = 'required' | 'expected' | 'optional';

export interface ColumnDeclaration {
  readonly name: string;
  readonly need: ColumnNeed;
  readonly meaning: string;
  /** What an empty value means. */
  readonly whenEmpty: string;
  /** Other names an export may give it, as `columnKey` writes them; the earlier goes before the later. */
  readonly aliases: readonly string[];
}

const notKnown = 'not known';
const setAside = 'the row is set aside';
const customerIdAliases = [
  ...['customerid', 'customer', 'cust_id', 'client_id', 'clientid', 'subscriber_id', 'account_id', 'user_id'],
  ...[
    'id_cliente',
    'cliente_id',
    'idcliente',
    'cod_cliente',
    'codigo_cliente',
    'codigo_do_cliente',
    'cliente',
  ],
];

/** Every column of the two exports that cleaning reads. */
export const columnDeclarations: Readonly<Record<DeliveredTable, readonly ColumnDeclaration[]>> = {
  customers: [
    {
      name: 'customer_id',
      need: 'required',
      meaning: 'text; leading zeros count (`00012` is not `12`), `17850.0` is read as `17850`',
      whenEmpty: setAside,
      aliases: customerIdAliases,
    },
    {
      name: 'age',
      need: 'expected',
      meaning: 'whole years, 0 to 120',
      whenEmpty: notKnown,
      aliases: ['age_years', 'idade'],
    },
    {
      name: 'gender',
      need: 'expected',
      meaning: '`female`, `male`, `other` or another spelling of them (`F`, `Masculino`, …)',
      whenEmpty: notKnown,
      aliases: ['sex', 'genero', 'sexo'],
    },
    {
      name: 'signup_date',
      need: 'expected',
      meaning: 'a day',
      whenEmpty: notKnown,
      aliases: [
        ...['sign_up_date', 'signupdate', 'signup', 'signup_day', 'join_date', 'joined_at', 'joined'],
        ...['registration_date', 'registered_at', 'customer_since', 'start_date', 'created_at'],
        ...[
          'data_cadastro',
          'data_de_cadastro',
          'data_adesao',
          'data_de_adesao',
          'cliente_desde',
          'data_inicio',
        ],
      ],
    },
    {
      name: 'region',
      need: 'expected',
      meaning: "text; Brazil's five regions are known in Portuguese and English",
      whenEmpty: notKnown,
      aliases: ['regiao', 'area', 'state', 'estado', 'uf', 'country', 'pais'],
    },
    {
      name: 'churn',
      need: 'expected',
      meaning: '`1`/`0`, also `true`/`false`, `yes`/`no`, `sim`/`nao`',
      whenEmpty: 'not known; label by inactivity then',
      aliases: [
        'churned',
        'churn_flag',
        'is_churn',
        'is_churned',
        'exited',
        'cancelado',
        'cancelou',
        'evadiu',
      ],
    },
  ],
  transactions: [
    {
      name: 'customer_id',
      need: 'required',
      meaning: 'a customer of the other file',
      whenEmpty: setAside,
      aliases: customerIdAliases,
    },
    {
      name: 'transaction_date',
      need: 'required',
      meaning: 'a day; a time after it is left out',
      whenEmpty: setAside,
      aliases: [
        ...[
          'transactiondate',
          'transaction_day',
          'transaction_at',
          'invoice_date',
          'invoicedate',
          'purchase_date',
        ],
        ...[
          'order_date',
          'event_date',
          'data_transacao',
          'data_da_transacao',
          'dt_transacao',
          'data_compra',
          'data_da_compra',
        ],
        ...['date', 'day', 'timestamp', 'data', 'dia'],
      ],
    },
    {
      name: 'amount',
      need: 'required',
      meaning: 'number in currency units, refunds negative, kept in hundredths',
      whenEmpty: setAside,
      aliases: [
        ...['amount_brl', 'amount_eur', 'amount_usd', 'transaction_amount', 'total_amount', 'value'],
        ...['valor_transacao', 'valor_da_transacao', 'valor_total', 'valor', 'montante'],
      ],
    },
    {
      name: 'service',
      need: 'expected',
      meaning: 'text; `voice`, `data`, `sms`, `roaming`, `tv`, `support` are known in Portuguese and English',
      whenEmpty: notKnown,
      aliases: [
        ...['service_type', 'service_name', 'product', 'product_code', 'stock_code', 'stockcode', 'category'],
        ...['servico', 'tipo_servico', 'tipo_de_servico', 'produto', 'categoria'],
      ],
    },
    {
      name: 'transaction_id',
      need: 'optional',
      meaning: 'text that no other row has: rows of one id are one transaction, told more than once',
      whenEmpty: 'the row stands for itself',
      aliases: ['transactionid', 'row_id', 'event_id', 'id_transacao', 'transacao_id', 'id_da_transacao'],
    },
  ],
};
