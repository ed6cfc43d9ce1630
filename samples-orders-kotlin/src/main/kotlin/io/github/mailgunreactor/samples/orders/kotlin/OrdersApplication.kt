package io.github.mailgunreactor.samples.orders.kotlin

import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication

/** Takes orders; with the profile `simulator` it needs no account at Mailgun. */
@SpringBootApplication(proxyBeanMethods = false) class OrdersApplication

fun main(arguments: Array<String>) {
    runApplication<OrdersApplication>(*arguments)
}
