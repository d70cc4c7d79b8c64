import { ApolloServer } from '@apollo/server';
import { graphqlHTTP } from 'express-graphql';

export function serve(typeDefs, resolvers) {
  // ruleid: graphql-open-schema
  return new ApolloServer({ typeDefs, resolvers, introspection: true });
}

export function pages(app, schema) {
  // ruleid: graphql-open-schema
  app.use('/graphql', graphqlHTTP({ schema, graphiql: true }));
}

export function safe(app, schema, typeDefs, resolvers) {
  // ok: graphql-open-schema
  app.use('/graphql', graphqlHTTP({ schema, graphiql: process.env.NODE_ENV === 'development' }));
  // ok: graphql-open-schema
  app.use('/graphql', graphqlHTTP({ schema }));
  // ok: graphql-open-schema
  return new ApolloServer({ typeDefs, resolvers, introspection: false, csrfPrevention: true });
}
