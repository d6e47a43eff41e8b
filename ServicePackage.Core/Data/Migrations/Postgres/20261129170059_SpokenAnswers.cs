using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SpokenAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Unseen",
                table: "TicketClocks",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "SpokenAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    Move = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: false),
                    ContradictedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UpheldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Before = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpokenAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpokenAnswers_Accounts_ById",
                        column: x => x.ById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SpokenAnswers_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TicketClocks_Unseen",
                table: "TicketClocks",
                column: "Unseen",
                filter: "\"Unseen\"");

            migrationBuilder.CreateIndex(
                name: "IX_SpokenAnswers_ById",
                table: "SpokenAnswers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_SpokenAnswers_TicketId",
                table: "SpokenAnswers",
                column: "TicketId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SpokenAnswers");

            migrationBuilder.DropIndex(
                name: "IX_TicketClocks_Unseen",
                table: "TicketClocks");

            migrationBuilder.DropColumn(
                name: "Unseen",
                table: "TicketClocks");
        }
    }
}
