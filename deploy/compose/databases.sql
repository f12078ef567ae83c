-- Made of the services' code by deploy/kubernetes/update; changes belong there.
create role auth login password 'auth';
create database auth owner auth;
create role catalog login password 'catalog';
create database catalog owner catalog;
create role chat login password 'chat';
create database chat owner chat;
create role notification login password 'notification';
create database notification owner notification;
create role orders login password 'orders';
create database orders owner orders;
create role payment login password 'payment';
create database payment owner payment;
create role streaming login password 'streaming';
create database streaming owner streaming;
